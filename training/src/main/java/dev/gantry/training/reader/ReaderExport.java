package dev.gantry.training.reader;

import dev.gantry.training.export.Exporter;
import dev.gantry.training.export.Exporter.Output;
import java.util.List;
import java.util.Random;

/** The reader's net as an ONNX file. */
final class ReaderExport {

    static final String INPUT = "strip";
    static final String CTC = "ctc";
    static final String SLOTS = "slots";
    private static final int EXAMPLES = 2;

    private ReaderExport() {}

    static byte[] onnx(ReaderNet net, Alphabet alphabet) {
        long[] shape = {EXAMPLES, 1, ReaderNet.HEIGHT, ReaderNet.WIDTH};
        var example = new float[EXAMPLES * ReaderNet.HEIGHT * ReaderNet.WIDTH];
        var random = new Random(1);
        for (int i = 0; i < example.length; i++) {
            example[i] = (float) random.nextGaussian();
        }
        return Exporter.export(
                new Output(INPUT, -1, 1, ReaderNet.HEIGHT, ReaderNet.WIDTH),
                example,
                shape,
                (pass, input) -> {
                    ReaderNet.Outputs outputs = net.apply(pass, input);
                    return List.of(outputs.ctc(), outputs.slots());
                },
                List.of(
                        new Output(CTC, -1, ReaderNet.STEPS, alphabet.classes()),
                        new Output(SLOTS, -1, SlotHead.SLOTS, alphabet.classes())));
    }
}
