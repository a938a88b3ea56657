package dev.gantry.server.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers HEAD as GET would be answered: the same status and headers, the length included. Jetty leaves out the body, since
 * it knows what the client sent.
 */
public final class HeadAsGet extends Handler.Wrapper {

    private static final String ATTRIBUTE = HeadAsGet.class.getName();

    /** Whether the client asks for the headers alone, so that an answer without an end can end before it begins. */
    public static boolean isHead(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!HttpMethod.HEAD.is(request.getMethod())) {
            return super.handle(request, response, callback);
        }
        request.setAttribute(ATTRIBUTE, true);
        return super.handle(new AsGet(request), response, callback);
    }

    private static final class AsGet extends Request.Wrapper {

        AsGet(Request request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }
}
