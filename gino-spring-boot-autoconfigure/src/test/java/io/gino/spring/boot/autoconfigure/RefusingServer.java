/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers as a PostgreSQL that lets nobody in; the servers of tests trust everybody. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket;
    private final byte[] error;

    RefusingServer(String sqlState, String message) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        this.error = ("SFATAL\0VFATAL\0C" + sqlState + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        Thread acceptor = new Thread(this::accept, "refusing-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                refuse(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                // the client is gone, or this is closed
            }
        }
    }

    private void refuse(DataInputStream in, DataOutputStream out) throws IOException {
        in.skipNBytes(in.readInt() - Integer.BYTES);
        out.writeByte('E');
        out.writeInt(error.length + Integer.BYTES);
        out.write(error);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
