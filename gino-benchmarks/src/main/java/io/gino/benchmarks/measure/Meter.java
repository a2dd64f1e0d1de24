/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Reads what this JVM and the server have used so far. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final ServerProcesses server;

    Meter(ServerProcesses server) {
        this.server = server;
    }

    /** What has been used up to the moment at which this returns. */
    Usage begin() {
        double serverNanos = server.cpuNanos();
        long bytes = allocated();
        long cpuNanos = SYSTEM.getProcessCpuTime();
        return new Usage(System.nanoTime(), cpuNanos, bytes, serverNanos);
    }

    /** What has been used up to the moment at which this is called. */
    Usage end() {
        return new Usage(System.nanoTime(), SYSTEM.getProcessCpuTime(), allocated(), server.cpuNanos());
    }

    /** Of a thread that ended in between nothing is known; those that do the work live as long as the contenders. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(bytes, 0);
        }
        return sum;
    }
}
