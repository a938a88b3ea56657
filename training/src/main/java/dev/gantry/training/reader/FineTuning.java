package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.Pass;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * A short training on a user's plates and drawn ones. The normalisation keeps its statistics, since a few hundred alike
 * plates are no measure of the world, and the result is the mixture of old and new weights (Wortsman et al., "Robust
 * fine-tuning of zero-shot models", 2022) that reads the user's held-back plates best without forgetting any of the rest.
 */
final class FineTuning {

    /** One of so many of the user's plates is held back. */
    static final int HELD_BACK_EACH = 4;

    /** With fewer, held back or not, neither learning nor judging means anything. */
    private static final int LEAST_PLATES = 20;

    private static final int LEAST_HELD_BACK = 5;

    /** The rate of a training from scratch would destroy what the model knows. */
    private static final double RATE = 0.25;

    /** Share of the user's plates in a batch. */
    private static final double OWN_SHARE = 0.5;

    /** Shares of the new weights that are tried. */
    private static final double[] MIXTURES = {1, 0.75, 0.5, 0.25};

    private final Alphabet alphabet;
    private final RealStrips plates;
    private final ObjectNode card;
    private final long seed;
    private final int threads;

    /** A candidate and what it reads right. */
    record Result(byte[] model, ObjectNode card, double share, Score score, Score before) {

        boolean isBetter() {
            return score.own() > before.own() && score.drawn() >= before.drawn();
        }

        String report() {
            return "held-back plates read right: %d of %d, before %d; drawn plates: %d of %d, before %d"
                    .formatted(
                            score.own(),
                            score.ownPlates(),
                            before.own(),
                            score.drawn(),
                            FineTuneCheck.DRAWN,
                            before.drawn());
        }
    }

    /** How many plates are read right. */
    record Score(int own, int ownPlates, int drawn) {}

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
     * The best candidate, which may be no better than the old model.
     *
     * @throws IllegalArgumentException when the old model is not of this net
     */
    Result run(OnnxWeights weights, byte[] old, long steps) throws IOException {
        var check = new FineTuneCheck(plates, threads);
        Score before = check.score(card, old);
        var drawn = new DrawnStrips(alphabet, seed, (int) (ReaderTrainer.BATCH * (1 - OWN_SHARE)));
        try (var trainer = new ReaderTrainer(
                alphabet, (step, random) -> sample(drawn, step, random), seed, steps, RATE, Pass.evaluation())) {
            trainer.start(weights);
            var base = new ReaderNet(alphabet.classes());
            base.parameters()
                    .mix(trainer.averaged().parameters(), trainer.averaged().parameters(), 1);
            for (long step = 0; step < steps; step++) {
                trainer.steps().step();
            }
            return best(base, trainer.averaged(), check, before);
        }
    }

    private StripSample sample(DrawnStrips drawn, long step, RandomGenerator random) {
        return random.nextDouble() < OWN_SHARE ? plates.sample(random) : drawn.sample(step, random);
    }

    private Result best(ReaderNet base, ReaderNet tuned, FineTuneCheck check, Score before) throws IOException {
        var mixed = new ReaderNet(alphabet.classes());
        Result best = null;
        for (double share : MIXTURES) {
            mixed.parameters().mix(base.parameters(), tuned.parameters(), share);
            byte[] model = ReaderExport.onnx(mixed, alphabet).model();
            Score score = check.score(card, model);
            var result = new Result(model, card(share, score, before), share, score, before);
            boolean better = best == null
                    || (result.isBetter()
                            && (!best.isBetter() || score.own() > best.score().own()));
            best = better ? result : best;
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** The old card, and what has been done to the model. */
    private ObjectNode card(double share, Score score, Score before) {
        ObjectNode tuned = card.deepCopy();
        tuned.put("name", card.path("name").asText() + "-tuned");
        // Scores and the way to make the model are the old one's.
        tuned.remove(java.util.List.of("scores", "reproduce"));
        tuned.putObject("fineTuned")
                .put("from", card.path("name").asText())
                .put("plates", plates.size())
                .put("shareOfNewWeights", share)
                .put("heldBack", score.ownPlates())
                .put("heldBackRight", score.own())
                .put("heldBackRightBefore", before.own())
                .put("drawn", FineTuneCheck.DRAWN)
                .put("drawnRight", score.drawn())
                .put("drawnRightBefore", before.drawn());
        return tuned;
    }
}
