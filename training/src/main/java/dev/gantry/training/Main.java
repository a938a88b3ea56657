package dev.gantry.training;

import dev.gantry.training.complete.CompleteCommand;
import dev.gantry.training.detector.DetectorCommand;
import dev.gantry.training.export.MixCommand;
import dev.gantry.training.reader.CalibrateCommand;
import dev.gantry.training.reader.FineTuneCommand;
import dev.gantry.training.reader.ReaderCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gantry train}: the models from data to exported files. */
@Command(
        name = "gantry train",
        description =
                "Trains Gantry's models. Each command goes from data to an ONNX file with its card, writes checkpoints"
                        + " and goes on where it was interrupted.",
        mixinStandardHelpOptions = true)
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var commands = new CommandLine(new Main());
        commands.addSubcommand(new DetectorCommand());
        commands.addSubcommand(new ReaderCommand());
        quantizing(commands, "detector", DetectorCommand::calibration);
        quantizing(commands, "reader", ReaderCommand::calibration);
        commands.addSubcommand(new CompleteCommand());
        commands.addSubcommand(new MixCommand());
        commands.addSubcommand(new CalibrateCommand());
        commands.addSubcommand(new DescribeCommand());
        commands.addSubcommand(new FineTuneCommand());
        commands.setExecutionExceptionHandler(new Refusal());
        // libtorch's own threads keep a JVM alive that has nothing left to do
        System.exit(commands.execute(arguments));
    }

    private static void quantizing(CommandLine commands, String task, QuantizeCommand.Inputs inputs) {
        var command = new CommandLine(new QuantizeCommand(task, inputs));
        command.getCommandSpec()
                .usageMessage()
                .description("Writes the " + task + " that a run has made once more in int8, in a folder beside it.");
        commands.addSubcommand("quantize-" + task, command);
    }
}
