package dev.gantry.server.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a character set that nobody knows out of a request's content type. Bodies are bytes or UTF-8 here, and the servlet
 * interface would fail at every look at such a type.
 */
public final class KnownCharset implements HttpConfiguration.Customizer {

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]*)\"?", Pattern.CASE_INSENSITIVE);

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        @Nullable String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || isKnown(type)) {
            return request;
        }
        HttpFields headers = HttpFields.build(request.getHeaders())
                .put(HttpHeader.CONTENT_TYPE, CHARSET.matcher(type).replaceAll(""))
                .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    private static boolean isKnown(String type) {
        Matcher charset = CHARSET.matcher(type);
        try {
            return !charset.find() || Charset.isSupported(charset.group(1));
        } catch (IllegalCharsetNameException _) {
            return false;
        }
    }
}
