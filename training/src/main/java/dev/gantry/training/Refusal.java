package dev.gantry.training;

import dev.gantry.model.ModelException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells in one line what is wrong with what a command was given; a fault of our own keeps its trace. */
public final class Refusal implements IExecutionExceptionHandler {

    /** Of whatever cannot be done with this input. */
    private static final int UNFIT = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + reason(failure));
        return UNFIT;
    }

    private static String reason(Exception failure) throws Exception {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case IOException _, IllegalArgumentException _, ModelException _ -> String.valueOf(failure.getMessage());
            default -> throw failure;
        };
    }
}
