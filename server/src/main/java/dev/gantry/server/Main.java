package dev.gantry.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.PlateRecognizer;
import dev.gantry.server.bench.ChildProcess;
import dev.gantry.server.cli.BenchCommand;
import dev.gantry.server.cli.EvaluateCommand;
import dev.gantry.server.cli.ImportCommand;
import dev.gantry.server.cli.RecognizeCommand;
import dev.gantry.server.cli.Terminal;
import dev.gantry.server.cli.TrainCommand;
import dev.gantry.server.cli.UsageError;
import dev.gantry.server.cli.WatchCommand;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The way in: {@code gantry COMMAND}. */
public final class Main {

    private static final int HELP_WIDTH = 100;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are decoded, never shown
        System.exit(commandLine().execute(arguments));
    }

    /** All commands. */
    static CommandLine commandLine() {
        var terminal = Terminal.ofProcess();
        return new CommandLine(new GantryCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new RecognizeCommand(PlateRecognizer::create, System.in, terminal))
                .addSubcommand(new WatchCommand(PlateRecognizer::create))
                .addSubcommand(new EvaluateCommand(PlateRecognizer::create, terminal))
                .addSubcommand(new BenchCommand(PlateRecognizer::create, new ChildProcess(Main.class.getName())))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new TrainCommand())
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(new UsageError())
                .setOut(new PrintWriter(System.out, true, UTF_8)); // JSON is UTF-8 whatever the terminal thinks
    }
}
