package dev.gantry.training.reader;

import dev.gantry.image.Standardized;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** Share of the held-back real plates that the averaged net reads right, by set, for each head's plain best path. */
final class ReaderCheck {

    private static final int BATCH = 64;

    private final Alphabet alphabet;
    private final List<RealStrips.Plate> plates;
    private final float[][] strips;

    private static final class Score {
        private int count;
        private int ctc;
        private int slots;
    }

    ReaderCheck(RealStrips real, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.plates = real.heldBack();
        this.strips =
                plates.stream().map(plate -> Standardized.of(real.plain(plate))).toArray(float[][]::new);
    }

    String run(ReaderNet net) {
        Map<String, Score> scores = new TreeMap<>();
        for (int start = 0; start < plates.size(); start += BATCH) {
            score(net, start, Math.min(plates.size(), start + BATCH), scores);
        }
        var line = new ArrayList<String>();
        int right = 0;
        for (var entry : scores.entrySet()) {
            Score score = entry.getValue();
            right += score.ctc;
            line.add("%s %.0f/%.0f"
                    .formatted(entry.getKey(), 100.0 * score.ctc / score.count, 100.0 * score.slots / score.count));
        }
        return "held back %.1f %% of %d (%s)"
                .formatted(100.0 * right / Math.max(1, plates.size()), plates.size(), String.join(", ", line));
    }

    private void score(ReaderNet net, int start, int end, Map<String, Score> scores) {
        int size = ReaderNet.WIDTH * ReaderNet.HEIGHT;
        var values = new float[(end - start) * size];
        for (int i = start; i < end; i++) {
            System.arraycopy(strips[i], 0, values, (i - start) * size, size);
        }
        try (var scope = new PointerScope();
                var noGradients = new NoGradGuard()) {
            var input = new Value(ReaderTrainer.tensor(values, end - start), "");
            ReaderNet.Outputs outputs = net.apply(Pass.evaluation(), input);
            float[] ctc = Tensors.floats(outputs.ctc().tensor());
            float[] slots = Tensors.floats(outputs.slots().tensor());
            for (int i = start; i < end; i++) {
                Score score = scores.computeIfAbsent(plates.get(i).set(), set -> new Score());
                String text = plates.get(i).text();
                score.count++;
                score.ctc += text.equals(alphabet.collapse(alphabet.best(ctc, i - start, ReaderNet.STEPS))) ? 1 : 0;
                score.slots += text.equals(spell(alphabet.best(slots, i - start, SlotHead.SLOTS))) ? 1 : 0;
            }
        }
    }

    private String spell(int[] path) {
        var text = new StringBuilder();
        for (int index : path) {
            if (index != alphabet.blank()) {
                text.append(alphabet.characters().get(index));
            }
        }
        return text.toString();
    }
}
