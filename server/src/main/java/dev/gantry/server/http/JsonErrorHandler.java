package dev.gantry.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ErrorJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Jetty refuses by itself (malformed requests, headers that are too large) as the interface
 * does whose address it is, where that is one of those handed in; all others as our own does. So are requests that Jetty
 * cannot take apart, of which no address is known.
 */
public final class JsonErrorHandler extends ErrorHandler {

    private static final String MEDIA_TYPE = "application/json";

    private final List<OwnRefusals> dialects;
    private final JsonMapper mapper;

    /** @param dialects those with a parameter in their path, which Jetty may refuse before any route is asked */
    public JsonErrorHandler(List<OwnRefusals> dialects, JsonMapper mapper) {
        this.dialects = List.copyOf(dialects);
        this.mapper = mapper;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(body(request.getHttpURI().getPath(), status)), callback);
    }

    private byte[] body(@Nullable String path, int status) {
        String message = "The server cannot handle this request: %s.".formatted(HttpStatus.getMessage(status));
        try {
            return mapper.writeValueAsBytes(answer(path, status, message));
        } catch (JsonProcessingException e) {
            return message.getBytes(StandardCharsets.UTF_8);
        }
    }

    private Object answer(@Nullable String path, int status, String message) {
        ErrorCode code =
                status >= HttpStatus.INTERNAL_SERVER_ERROR_500 ? ErrorCode.INTERNAL : ErrorCode.INVALID_REQUEST;
        return dialects.stream()
                .filter(dialect -> path != null && dialect.owns(path))
                .findFirst()
                .map(dialect -> dialect.refusal(status, message))
                .orElseGet(() -> ErrorJson.of(code, message));
    }
}
