package dev.gantry.server.json;

import dev.gantry.image.ImageException;

/** What went wrong, as a stable name that scripts and clients may rely on. */
public enum ErrorCode {
    /** The picture has no bytes at all. */
    EMPTY,
    /** The picture has more bytes than allowed. */
    TOO_LARGE,
    /** The picture declares more pixels than allowed. */
    TOO_MANY_PIXELS,
    /** Not a picture, or a format that is not supported. */
    UNKNOWN_FORMAT,
    /** A picture of a known format, but broken or cut short. */
    BROKEN,
    /** There is no such file, address or thing. */
    NOT_FOUND,
    /** The file is there, but it cannot be read. */
    UNREADABLE_FILE,
    /** The request is malformed: a part, a field or a parameter is missing or wrong. */
    INVALID_REQUEST,
    /** The request's content type is none that is understood. */
    UNSUPPORTED_MEDIA_TYPE,
    /** The address exists, but not for this method. */
    METHOD_NOT_ALLOWED,
    /** Too much is waiting already; try again a little later. */
    OVERLOADED,
    /** The models are still being loaded; try again in a moment. */
    NOT_READY,
    /** The picture took longer than allowed, waiting included; try again when there is less to do. */
    TIMED_OUT,
    /** The request's body arrived too slowly. */
    TOO_SLOW,
    /** What was read cannot be stored now; send the picture again a little later. */
    NOT_STORED,
    /** The history cannot be read or changed now; try again a little later. */
    HISTORY_AWAY,
    /** A fault of ours; the log tells more. */
    INTERNAL;

    /** The name under which a picture's fault is reported. */
    public static ErrorCode of(ImageException.Code code) {
        return switch (code) {
            case EMPTY -> EMPTY;
            case TOO_LARGE -> TOO_LARGE;
            case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
            case UNKNOWN_FORMAT -> UNKNOWN_FORMAT;
            case BROKEN -> BROKEN;
        };
    }
}
