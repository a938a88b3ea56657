package dev.gantry.training.reader;

import dev.gantry.training.nn.Convolution;
import dev.gantry.training.nn.Convolution.Shape;
import dev.gantry.training.nn.Parameters;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Projection;
import dev.gantry.training.nn.Value;

/**
 * Reads a 48x160 strip. Plain convolutions make a map of 3 rows and 40 columns. The CTC head (Graves et al., 2006) keeps
 * two rows of it and lays one behind the other, so that a plate of two lines is one longer text; the slot head looks at the
 * whole map and answers for each position at once. Both are trained together and decoded together.
 */
final class ReaderNet {

    static final int HEIGHT = 48;
    static final int WIDTH = 160;

    /** Steps of the CTC sequence: two rows of 40 columns. */
    static final int STEPS = 80;

    private static final int[] CHANNELS = {24, 40, 48, 80, 96, 128, 144, 144, 192, 192};
    private static final int CTC_FEATURES = 160;

    /** The blank is most of a CTC sequence. */
    private static final float INITIAL_BLANK = 1;

    private final Parameters parameters = new Parameters();
    private final Convolution[] trunk = new Convolution[CHANNELS.length];
    private final Convolution rows;
    private final Convolution context;
    private final Projection characters;
    private final SlotHead slots;
    private final int classes;

    /** The two heads' raw scores: [B, 80, C] along the sequence and [B, slots, C] by position. */
    record Outputs(Value ctc, Value slots) {

        /** Those of so many strips of the batch. */
        Outputs part(long start, long count) {
            return new Outputs(
                    new Value(ctc.tensor().narrow(0, start, count), ""),
                    new Value(slots.tensor().narrow(0, start, count), ""));
        }
    }

    ReaderNet(int classes) {
        this.classes = classes;
        int in = 1;
        for (int i = 0; i < CHANNELS.length; i++) {
            trunk[i] = new Convolution(parameters, "trunk" + i, Shape.square(in, CHANNELS[i], 3, 1));
            in = CHANNELS[i];
        }
        rows = new Convolution(parameters, "ctc.rows", new Shape(in, CTC_FEATURES, 2, 1, 1, 0, 0));
        context = new Convolution(parameters, "ctc.context", new Shape(CTC_FEATURES, CTC_FEATURES, 1, 5, 1, 0, 2));
        var bias = new float[classes];
        bias[classes - 1] = INITIAL_BLANK;
        characters = new Projection(parameters, "ctc.characters", Shape.square(CTC_FEATURES, classes, 1, 1), 0.5, bias);
        slots = new SlotHead(parameters, in, classes);
    }

    Parameters parameters() {
        return parameters;
    }

    /** From [B, 1, 48, 160], standardised. */
    Outputs apply(Pass pass, Value strips) {
        Value x = pass.maxPool(trunk[0].apply(pass, strips), 2, 2);
        x = pass.maxPool(trunk[2].apply(pass, trunk[1].apply(pass, x)), 2, 2);
        x = pass.maxPool(trunk[4].apply(pass, trunk[3].apply(pass, x)), 2, 1);
        x = pass.maxPool(trunk[7].apply(pass, trunk[6].apply(pass, trunk[5].apply(pass, x))), 2, 1);
        x = trunk[9].apply(pass, trunk[8].apply(pass, x));
        Value sequence = characters.apply(pass, context.apply(pass, rows.apply(pass, x)));
        Value ctc = pass.permute(pass.reshape(sequence, -1, classes, STEPS), 0, 2, 1);
        return new Outputs(ctc, slots.apply(pass, x));
    }
}
