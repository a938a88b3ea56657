package dev.gantry.training.reader;

import dev.gantry.model.ModelFile;
import dev.gantry.model.OnnxModel;
import java.util.List;

/** An exported reader's CTC head, which helps to train another. Safe for several threads. */
final class CtcReader implements AutoCloseable {

    private static final long[] SHAPE = {1, 1, ReaderNet.HEIGHT, ReaderNet.WIDTH};

    private final Alphabet alphabet;
    private final OnnxModel model;

    private CtcReader(Alphabet alphabet, OnnxModel model) {
        this.alphabet = alphabet;
        this.model = model;
    }

    /** @param reader one that this module has made */
    static CtcReader open(ModelFile reader, int threads) {
        return new CtcReader(
                Alphabet.of(reader.card()),
                OnnxModel.open(reader, ReaderExport.INPUT, SHAPE, List.of(ReaderExport.CTC), threads));
    }

    /** The reader's own, which may lack characters of the one that is trained. */
    Alphabet alphabet() {
        return alphabet;
    }

    /**
     * @param strip 48 x 160 standardised values
     * @return raw scores, [{@link ReaderNet#STEPS}, classes of the alphabet]
     */
    float[] scores(float[] strip) {
        return model.run(SHAPE, values -> values.put(strip)).getFirst().values();
    }

    @Override
    public void close() {
        model.close();
    }
}
