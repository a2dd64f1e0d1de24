/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.startup;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Declares the models once, in a JVM that has done nothing yet, and prints the nanoseconds on the wall and of processors. */
final class StartUpProcess {

    private StartUpProcess() {}

    public static void main(String[] arguments) {
        Declaration declaration = Declaration.valueOf(arguments[0]);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        declaration.declare(Models.load());
        System.out.println((System.nanoTime() - wall) + " " + (system.getProcessCpuTime() - cpu));
        System.exit(0);
    }
}
