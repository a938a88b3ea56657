package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gantry.image.ImageException;
import org.jspecify.annotations.Nullable;

/**
 * An error: {@code {"image":...,"error":{"code":...,"message":...}}}.
 *
 * @param image the picture that it is about, as the user named it; null (and not written) when there is none
 */
public record ErrorJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String image, Detail error) {

    /**
     * @param message a plain sentence for people
     */
    public record Detail(ErrorCode code, String message) {}

    public static ErrorJson of(ErrorCode code, String message) {
        return new ErrorJson(null, new Detail(code, message));
    }

    public static ErrorJson of(@Nullable String image, ErrorCode code, String message) {
        return new ErrorJson(image, new Detail(code, message));
    }

    public static ErrorJson of(@Nullable String image, ImageException fault) {
        String message = fault.getMessage();
        return of(image, ErrorCode.of(fault.code()), message == null ? "The picture cannot be decoded." : message);
    }
}
