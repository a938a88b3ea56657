package dev.gantry.server.camera;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** What a server that tests write for themselves does with whoever connects. */
public final class Connections {

    private Connections() {}

    /** Gives each client a thread of its own, until the server is closed. Returns at once. */
    public static void serve(ServerSocket server, Consumer<Socket> each) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> each.accept(client));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }
}
