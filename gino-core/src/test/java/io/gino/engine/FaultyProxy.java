/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy between an engine and the server that can be told to misbehave. */
final class FaultyProxy implements Closeable {

    private enum Mode {
        /** Hands on what comes. */
        PASS,
        /** Accepts and takes, but hands nothing on any more. */
        SILENT,
        /** Closes what connects. */
        REFUSE
    }

    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong budget = new AtomicLong(Long.MAX_VALUE);
    private volatile Mode mode = Mode.PASS;

    FaultyProxy(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void beSilent() {
        mode = Mode.SILENT;
    }

    void pass() {
        budget.set(Long.MAX_VALUE);
        mode = Mode.PASS;
    }

    /** As a server does that stops: whoever is connected is cut off, and nobody gets in. */
    void stop() {
        mode = Mode.REFUSE;
        cut();
    }

    /** Cuts off whoever is connected. */
    void cut() {
        sockets.forEach(FaultyProxy::close);
        sockets.clear();
    }

    /** Cuts off everyone once the server has sent this many more bytes. */
    void cutAfter(long bytes) {
        budget.set(bytes);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (mode == Mode.REFUSE) {
                    client.close();
                    continue;
                }
                Socket upstream = new Socket(host, port);
                sockets.add(client);
                sockets.add(upstream);
                start(() -> pump(client, upstream, false));
                start(() -> pump(upstream, client, true));
            } catch (IOException e) {
                // The proxy was closed, or a client went away.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isCounted) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (isCounted && budget.addAndGet(-read) < 0) {
                    cut();
                } else if (mode != Mode.SILENT) {
                    to.getOutputStream().write(buffer, 0, read);
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // One side is gone, so the other is closed too.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
