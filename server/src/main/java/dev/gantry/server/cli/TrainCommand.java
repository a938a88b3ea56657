package dev.gantry.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code gantry train} stands in the list of commands; the launcher starts another program for it. */
@Command(
        name = "train",
        description = "Trains the models; built on demand, from a checkout of the project.",
        synopsisSubcommandLabel = "(detector | reader) [OPTIONS]")
public final class TrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(hidden = true)
    private List<String> parameters = new ArrayList<>();

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(
                        "Training is no part of this program: start it with ./gantry train in a checkout of the project.");
        return RecognizeCommand.NOT_STARTED;
    }
}
