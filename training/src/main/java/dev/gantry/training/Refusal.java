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
        String reason = reason(failure);
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + reason);
        return UNFIT;
    }

    private static String reason(Exception failure) throws Exception {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (failure instanceof IOException
                || failure instanceof IllegalArgumentException
                || failure instanceof ModelException) {
            return String.valueOf(failure.getMessage());
        }
        throw failure;
    }
}
