package dev.gantry.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;

/** One part of a multipart form. */
public final class FormFile {

    private final String field;
    private final String fileName;
    private final boolean isFile;
    private final String mediaType;
    private final byte[] bytes;

    FormFile(MultiPart.Part part, byte[] bytes) {
        this.field = part.getName() == null ? "" : part.getName();
        this.fileName = part.getFileName() == null ? "" : part.getFileName();
        this.isFile = part.getFileName() != null;
        this.mediaType = RequestBody.withoutParameters(part.getHeaders().get(HttpHeader.CONTENT_TYPE));
        this.bytes = bytes;
    }

    /** The field's name, empty when it has none. */
    public String field() {
        return field;
    }

    /** The file's name as the client gave it, never used as a path; empty when none was chosen. */
    public String fileName() {
        return fileName;
    }

    /** The content type that the client declared, as {@link RequestBody#mediaType()}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether the client sent it as a file, that is with a file name, be it empty. */
    public boolean isFile() {
        return isFile;
    }

    /** The content; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
