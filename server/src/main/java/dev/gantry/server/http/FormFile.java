package dev.gantry.server.http;

/**
 * One part of a multipart form.
 *
 * @param field the field's name, empty when it has none
 * @param fileName the file's name as the client gave it, never used as a path; empty when none was chosen
 * @param isFile whether the client sent it as a file, that is with a file name, be it empty
 */
public record FormFile(String field, String fileName, boolean isFile, byte[] bytes) {}
