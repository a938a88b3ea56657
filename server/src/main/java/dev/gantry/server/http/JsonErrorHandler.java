package dev.gantry.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ErrorJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty refuses by itself (malformed requests, headers that are too large) like any other error of ours. */
public final class JsonErrorHandler extends ErrorHandler {

    private static final String MEDIA_TYPE = "application/json";

    private final JsonMapper mapper;

    public JsonErrorHandler(JsonMapper mapper) {
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
        response.write(true, ByteBuffer.wrap(body(status)), callback);
    }

    private byte[] body(int status) {
        ErrorCode code =
                status >= HttpStatus.INTERNAL_SERVER_ERROR_500 ? ErrorCode.INTERNAL : ErrorCode.INVALID_REQUEST;
        String message = "The server cannot handle this request: %s.".formatted(HttpStatus.getMessage(status));
        try {
            return mapper.writeValueAsBytes(ErrorJson.of(code, message));
        } catch (JsonProcessingException e) {
            return message.getBytes(StandardCharsets.UTF_8);
        }
    }
}
