package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.training.export.Card;
import dev.gantry.training.export.Exporter;
import dev.gantry.training.export.Exporter.Output;
import java.util.List;
import java.util.Random;

/** The reader's net as an ONNX file, and its card. */
final class ReaderExport {

    static final String INPUT = "strip";
    static final String CTC = "ctc";
    static final String SLOTS = "slots";
    /** What is added around the plate's corners, as shares of its width and height. */
    static final double MARGIN_X = 0.04;

    static final double MARGIN_Y = 0.08;

    private static final int EXAMPLES = 1;

    private ReaderExport() {}

    static Exporter.Exported onnx(ReaderNet net, Alphabet alphabet) {
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

    static ObjectNode card(ReaderNet net, long multiplications, Alphabet alphabet) {
        ObjectNode card = Card.of("reader", "gantry-reader-1");
        card.putObject("input")
                .put("name", INPUT)
                .put("width", ReaderNet.WIDTH)
                .put("height", ReaderNet.HEIGHT)
                .put("channels", "GRAY")
                .put("normalization", "standardize")
                .put("marginX", MARGIN_X)
                .put("marginY", MARGIN_Y);
        card.putObject("output")
                .put("layout", "ctc+slots")
                .put("ctc", CTC)
                .put("slots", SLOTS)
                .put("activation", "logits")
                .put("axes", "BTC");
        var characters = card.putArray("alphabet");
        alphabet.characters().forEach(characters::add);
        card.put("blank", alphabet.blank());
        card.putObject("calibration").put("scale", 1.0).put("bias", 0.0);
        card.put(
                "architecture",
                "ten 3x3 convolutions on a grey 48x160 strip; a CTC head over two feature rows laid one behind the other and"
                        + " a slot head with attention, trained together");
        card.put("parameters", net.parameters().size());
        card.put("multiplications", multiplications);
        return card;
    }
}
