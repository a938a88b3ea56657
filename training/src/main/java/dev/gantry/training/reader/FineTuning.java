package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.training.export.OnnxWeights;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A short training on a user's plates that must not unlearn the rest. What comes of it are several candidates: the net at
 * some points of the training, each mixed with the old one to several shares (Wortsman et al., "Robust fine-tuning of
 * zero-shot models", 2022). Kept is the candidate that reads the user's held-back plates best of those that still read
 * every drawn plate that the old weights know. These, too, are taken in float, as the candidates are: rounding to 8 bits
 * alone gains or loses a plate or two, differently on each kind of processor.
 */
final class FineTuning {

    /** One of so many of the user's plates is held back. */
    static final int HELD_BACK_EACH = 4;

    /** With fewer, held back or not, neither learning nor judging means anything. */
    private static final int LEAST_PLATES = 20;

    private static final int LEAST_HELD_BACK = 5;

    /** Shares of the training after which the net is a candidate; the last first. */
    private static final double[] POINTS = {1, 0.5};

    /** Shares of the new weights that are tried; largest first. */
    private static final double[] MIXTURES = {1, 0.7, 0.5, 0.35, 0.25};

    private final Alphabet alphabet;
    private final RealStrips plates;
    private final ObjectNode card;
    private final long seed;
    private final int threads;

    /** A candidate and what it reads right. */
    record Result(byte[] model, ObjectNode card, Score score, Score before) {

        boolean isBetter() {
            return score.own() > before.own() && score.known() >= before.known();
        }

        boolean readsAllOwn() {
            return score.own() == score.ownPlates();
        }

        String report() {
            return "held-back plates read right: %d of %d, before %d; drawn plates that it knew: %d of %d"
                    .formatted(score.own(), score.ownPlates(), before.own(), score.known(), before.known());
        }
    }

    /** How many plates are read right: the user's held-back ones, and drawn ones that the old weights know. */
    record Score(int own, int ownPlates, int known) {}

    FineTuning(Alphabet alphabet, RealStrips plates, ObjectNode card, long seed, int threads) {
        if (plates.size() < LEAST_PLATES || plates.heldBack().size() < LEAST_HELD_BACK) {
            throw new IllegalArgumentException(
                    "%d usable plates, %d of them held back: at least %d and %d are needed (usable are plates whose text has at most %d characters of the model's alphabet)"
                            .formatted(
                                    plates.size() + plates.heldBack().size(),
                                    plates.heldBack().size(),
                                    LEAST_PLATES,
                                    LEAST_HELD_BACK,
                                    SlotHead.SLOTS));
        }
        this.alphabet = alphabet;
        this.plates = plates;
        this.card = card;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * The best candidate, which may be no better than the old weights.
     *
     * @throws IllegalArgumentException when the old model is not of this net
     */
    Result run(OnnxWeights weights, long steps) throws IOException {
        try (var tuning = new TuningSteps(alphabet, plates, seed, steps)) {
            tuning.start(weights);
            byte[] old = ReaderExport.onnx(tuning.old(), alphabet).model();
            var check = new FineTuneCheck(plates, card, old, threads);
            var before = new Score(check.ownRight(old), plates.heldBack().size(), check.known());
            var nothing = new Result(old, card, before, before);
            var points = new ArrayDeque<ReaderNet>();
            for (long step = 1; step <= steps; step++) {
                tuning.step();
                if (isPoint(step, steps)) {
                    points.push(tuning.copyOfAverage());
                }
            }
            return best(tuning.old(), points, check, nothing);
        }
    }

    private static boolean isPoint(long step, long steps) {
        return Arrays.stream(POINTS).anyMatch(share -> Math.ceil(share * steps) == step);
    }

    /** The first that reads all of the user's plates is not improved on: then the others are not tried. */
    private Result best(ReaderNet old, Iterable<ReaderNet> points, FineTuneCheck check, Result nothing)
            throws IOException {
        var mixed = new ReaderNet(alphabet.classes());
        Result best = nothing;
        for (ReaderNet point : points) {
            for (double share : MIXTURES) {
                if (best.isBetter() && best.readsAllOwn()) {
                    return best;
                }
                mixed.parameters().mix(old.parameters(), point.parameters(), share);
                byte[] model = ReaderExport.onnx(mixed, alphabet).model();
                best = better(best, model, share, check);
            }
        }
        return best;
    }

    private Result better(Result best, byte[] model, double share, FineTuneCheck check) throws IOException {
        Score before = best.before();
        int own = check.ownRight(model);
        if (own <= before.own() || best.isBetter() && own <= best.score().own()) {
            return best;
        }
        var score = new Score(own, before.ownPlates(), check.knownRight(model));
        System.out.println("%.0f %% new weights: held-back plates %d of %d, known drawn plates %d of %d"
                .formatted(100 * share, own, before.ownPlates(), score.known(), before.known()));
        var result = new Result(model, card(share, score, before), score, before);
        // Of those that are refused, the one that came closest is told about.
        boolean closer =
                best.score().equals(before) || score.known() > best.score().known();
        return result.isBetter() || !best.isBetter() && closer ? result : best;
    }

    /** The old card, and what has been done to the model. */
    private ObjectNode card(double share, Score score, Score before) {
        ObjectNode tuned = card.deepCopy();
        tuned.put("name", card.path("name").asText() + "-tuned");
        // Scores and the way to make the model are the old one's, which may be quantised.
        tuned.remove(java.util.List.of("scores", "reproduce", "precision"));
        tuned.putObject("fineTuned")
                .put("from", card.path("name").asText())
                .put("plates", plates.size())
                .put("shareOfNewWeights", share)
                .put("heldBack", score.ownPlates())
                .put("heldBackRight", score.own())
                .put("heldBackRightBefore", before.own())
                .put("known", before.known())
                .put("knownRight", score.known());
        return tuned;
    }
}
