package dev.gantry.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.training.export.Calibration;
import dev.gantry.training.export.Card;
import dev.gantry.training.export.Quantizer;
import dev.gantry.training.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gantry train quantize-...}: a finished run's model once more in int8, in a folder beside it. */
@Command(mixinStandardHelpOptions = true)
public final class QuantizeCommand implements Callable<Integer> {

    private final String task;
    private final Inputs inputs;

    @Mixin
    private RunOptions options = new RunOptions();

    /** Where typical inputs come from. */
    @FunctionalInterface
    public interface Inputs {
        Calibration calibration(RunOptions options) throws IOException;
    }

    public QuantizeCommand(String task, Inputs inputs) {
        this.task = task;
        this.inputs = inputs;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = options.run.resolve(task);
        var card = (ObjectNode)
                new ObjectMapper().readTree(folder.resolve(task + ".json").toFile());
        byte[] model = Files.readAllBytes(folder.resolve(task + ".onnx"));
        byte[] quantized = Quantizer.quantize(model, inputs.calibration(options));
        card.put("precision", "int8");
        Path target = Files.createDirectories(folder.resolve("int8"));
        Card.write(target, card, quantized);
        System.out.println("%s: %d kB, was %d kB".formatted(target, quantized.length / 1024, model.length / 1024));
        return 0;
    }
}
