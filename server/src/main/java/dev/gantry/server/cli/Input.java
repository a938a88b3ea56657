package dev.gantry.server.cli;

import dev.gantry.server.json.ErrorCode;
import java.nio.file.Path;

/** One thing to recognise. */
sealed interface Input {

    /** The picture as it is called in the output. */
    String name();

    /**
     * A picture file.
     *
     * @param annotated where its picture with the plates drawn in goes, below the folder for those
     */
    record OfFile(String name, Path file, Path annotated) implements Input {}

    /** A video file; its annotated copy goes likewise. */
    record OfVideo(String name, Path file, Path annotated) implements Input {}

    /** The picture on standard input. */
    record OfStandardInput(String name, Path annotated) implements Input {}

    /** Something that is no picture file at all. */
    record Bad(String name, ErrorCode code, String message) implements Input {}
}
