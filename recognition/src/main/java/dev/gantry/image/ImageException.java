package dev.gantry.image;

/** A picture file that cannot be decoded, and which way it fails. */
public final class ImageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Code {
        /** No bytes at all. */
        EMPTY,
        /** More bytes than allowed. */
        TOO_LARGE,
        /** More declared pixels than allowed. */
        TOO_MANY_PIXELS,
        /** Not a picture, or of a format that is not supported. */
        UNKNOWN_FORMAT,
        /** A known format, but broken or cut short. */
        BROKEN
    }

    private final Code code;

    public ImageException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ImageException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
