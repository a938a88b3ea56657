package dev.gantry.training.reader;

import dev.gantry.training.nn.Convolution;
import dev.gantry.training.nn.Convolution.Shape;
import dev.gantry.training.nn.LayerNorm;
import dev.gantry.training.nn.Linear;
import dev.gantry.training.nn.Parameters;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Value;
import org.bytedeco.pytorch.Tensor;

/**
 * One learned query for each position of the text attends to the feature map (Vaswani et al., 2017), then the positions
 * talk to each other once, then each names its character or says that the text has ended.
 */
final class SlotHead {

    /** The longest text that it can give. */
    static final int SLOTS = 12;

    private static final int FEATURES = 128;
    private static final int PLACES = 120;
    private static final int HEADS = 4;
    private static final int INNER = 256;
    private static final double SMALL = 0.02;
    private static final double DISTINCT = 0.3;

    private final Convolution context;
    private final Tensor places;
    private final Tensor queries;
    private final Attention look;
    private final LayerNorm afterLook;
    private final Attention talk;
    private final LayerNorm afterTalk;
    private final Linear widen;
    private final Linear narrow;
    private final LayerNorm afterThought;
    private final Linear characters;

    SlotHead(Parameters parameters, int in, int classes) {
        context = new Convolution(parameters, "slots.context", Shape.square(in, FEATURES, 3, 1));
        places = Attention.learned(parameters, "slots.places", PLACES, FEATURES, SMALL);
        queries = Attention.learned(parameters, "slots.queries", SLOTS, FEATURES, DISTINCT);
        look = new Attention(parameters, "slots.look", FEATURES, HEADS);
        afterLook = new LayerNorm(parameters, "slots.afterLook", FEATURES);
        talk = new Attention(parameters, "slots.talk", FEATURES, HEADS);
        afterTalk = new LayerNorm(parameters, "slots.afterTalk", FEATURES);
        widen = new Linear(parameters, "slots.widen", FEATURES, INNER);
        narrow = new Linear(parameters, "slots.narrow", INNER, FEATURES);
        afterThought = new LayerNorm(parameters, "slots.afterThought", FEATURES);
        characters = new Linear(parameters, "slots.characters", FEATURES, classes);
    }

    /** From a map of 3 x 40 places to [B, slots, C]. */
    Value apply(Pass pass, Value map) {
        Value flat = pass.reshape(context.apply(pass, map), -1, FEATURES, PLACES);
        Value seen = pass.add(pass.permute(flat, 0, 2, 1), pass.constant(places));
        Value query = pass.constant(queries);
        Value x = afterLook.apply(pass, pass.add(look.apply(pass, query, seen), query));
        x = afterTalk.apply(pass, pass.add(x, talk.apply(pass, x, x)));
        Value thought = narrow.apply(pass, pass.relu(widen.apply(pass, x)));
        return characters.apply(pass, afterThought.apply(pass, pass.add(x, thought)));
    }
}
