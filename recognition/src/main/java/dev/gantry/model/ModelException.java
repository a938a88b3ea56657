package dev.gantry.model;

import org.jspecify.annotations.Nullable;

/** A model that cannot be used; its message says what is missing, what was found instead and what to do. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The model's file or its card is not there or cannot be read. */
        MISSING,
        /** The card lacks a field or has a wrong value in one. */
        BAD_CARD,
        /** The model's file is no ONNX model, or its inputs or outputs are not what the card says. */
        BAD_MODEL,
        /** The model failed while it ran. */
        FAILED
    }

    private final Code code;

    public ModelException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ModelException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
