package dev.gantry.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connector that can tell, while a request is worked on, whether its client has hung up. Jetty itself would notice only
 * when it writes the answer.
 */
public final class WatchedConnector extends ServerConnector {

    /** What nginx made the custom for a client that has hung up; it is seen in the figures alone. */
    public static final int HUNG_UP_STATUS = 499;

    public WatchedConnector(Server server, HttpConfiguration configuration) {
        super(server, new HttpConnectionFactory(configuration));
    }

    /** Whether the client has hung up. To be called by the thread that serves the request, after it has read the body. */
    public static boolean hasHungUp(HttpServletRequest request) {
        return connection(request) instanceof WatchedEndPoint watched && watched.isAtEnd();
    }

    /** Ends the connection amid the answer, so that the client sees that the answer is not whole. */
    public static void cutOff(HttpServletRequest request) {
        connection(request).close();
    }

    private static EndPoint connection(HttpServletRequest request) {
        return ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /** Says which port it is when there are several. */
    @Override
    public void open() throws IOException {
        try {
            super.open();
        } catch (IOException e) {
            throw new PortException(getPort(), e);
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new WatchedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /** Looks one byte ahead; a byte that is there (the client's next request) is handed out first by the next fill. */
    private static final class WatchedEndPoint extends SocketChannelEndPoint {

        private final ByteBuffer ahead = BufferUtil.allocate(1);

        WatchedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        boolean isAtEnd() {
            try {
                return BufferUtil.isEmpty(ahead) && super.fill(ahead) < 0;
            } catch (IOException _) { // reset by the client
                return true;
            }
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            return BufferUtil.isEmpty(ahead) ? super.fill(buffer) : BufferUtil.append(buffer, ahead);
        }
    }
}
