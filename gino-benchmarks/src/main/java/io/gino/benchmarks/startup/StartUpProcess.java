/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.startup;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Declares the models once, in a JVM that has loaded nothing of any library yet, and prints nanoseconds: what that took on
 * the wall and of processors, and what the JVM took before to open the class path and to load the classes of the models.
 */
final class StartUpProcess {

    private StartUpProcess() {}

    public static void main(String[] arguments) {
        Declaration declaration = Declaration.valueOf(arguments[0]);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = System.nanoTime();
        Class<?>[] models = Models.load();
        openClassPath();
        long opened = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        declaration.declare(models);
        long end = System.nanoTime();
        System.out.println((end - opened) + " " + (system.getProcessCpuTime() - cpu) + " " + (opened - start));
        System.exit(0);
    }

    /** Looks for a class that is nowhere, and so everywhere. */
    private static void openClassPath() {
        try {
            Class<?> found = Class.forName("Nowhere");
            throw new IllegalStateException("There is a " + found + " on the class path");
        } catch (ClassNotFoundException e) {
            // All of it is open now.
        }
    }
}
