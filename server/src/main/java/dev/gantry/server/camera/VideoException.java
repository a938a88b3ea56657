package dev.gantry.server.camera;

/** A video that cannot be read; the message is a plain sentence for people. */
public final class VideoException extends Exception {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Code {
        /** There is no ffmpeg program that can be started. */
        NO_PROGRAM,
        /** There is nothing, or nobody answers. */
        NOT_FOUND,
        /** It is there, but may not be read. */
        FORBIDDEN,
        /** It has more pixels than allowed. */
        TOO_MANY_PIXELS,
        /** No video, of an unknown format, or broken. */
        BROKEN
    }

    private final Code code;

    public VideoException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
