package dev.gantry.training.detector;

import dev.gantry.training.nn.Convolution;
import dev.gantry.training.nn.Convolution.Shape;
import dev.gantry.training.nn.Parameters;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Projection;
import dev.gantry.training.nn.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An anchor-free plate detector: plain 3x3 convolutions down to stride 64, a top-down pyramid of {@link #FEATURES}
 * channels (Lin et al., "Feature Pyramid Networks", 2017), and for each cell of strides 8, 16, 32 and 64 a score, a box
 * and four corners.
 */
final class DetectorNet {

    static final int[] STRIDES = {8, 16, 32, 64};

    /** Score, left, top, right, bottom, then four corners' x and y. */
    static final int OUTPUTS = 13;

    private static final int FEATURES = 64;

    /** Channels of the stages at strides 2, 4, 8, 16, 32, 64. */
    private static final int[] CHANNELS = {16, 32, 64, 96, 160, 160};

    /** Scores start near 1 %: almost every cell is background. */
    private static final float INITIAL_SCORE = -4.5f;

    private static final double SMALL_START = 0.1;

    private final Parameters parameters = new Parameters();
    private final List<List<Convolution>> stages = new ArrayList<>();
    private final List<Convolution> laterals = new ArrayList<>();
    private final List<Convolution> merged = new ArrayList<>();
    private final List<Convolution> towers = new ArrayList<>();
    private final List<Projection> heads = new ArrayList<>();

    DetectorNet() {
        stages.add(List.of(conv("stem", 3, CHANNELS[0], 3, 2)));
        stages.add(stage("stage4", CHANNELS[0], CHANNELS[1], 2));
        for (int i = 2; i < CHANNELS.length; i++) {
            stages.add(stage("stage" + (2 << i), CHANNELS[i - 1], CHANNELS[i], i == CHANNELS.length - 1 ? 2 : 3));
        }
        for (int i = 0; i < STRIDES.length; i++) {
            String level = "level" + STRIDES[i];
            laterals.add(conv(level + ".lateral", CHANNELS[i + 2], FEATURES, 1, 1));
            merged.add(conv(level + ".merged", FEATURES, FEATURES, 3, 1));
            towers.add(conv(level + ".tower", FEATURES, FEATURES, 3, 1));
            var bias = new float[OUTPUTS];
            bias[0] = INITIAL_SCORE;
            heads.add(new Projection(
                    parameters, level + ".head", Shape.square(FEATURES, OUTPUTS, 1, 1), SMALL_START, bias));
        }
    }

    private List<Convolution> stage(String name, int in, int out, int layers) {
        var stage = new ArrayList<Convolution>();
        for (int i = 0; i < layers; i++) {
            stage.add(conv(name + "." + i, i == 0 ? in : out, out, 3, i == 0 ? 2 : 1));
        }
        return stage;
    }

    private Convolution conv(String name, int in, int out, int kernel, int stride) {
        return new Convolution(parameters, name, Shape.square(in, out, kernel, stride));
    }

    Parameters parameters() {
        return parameters;
    }

    /** From [B, 3, H, W] (both multiples of 64) to [B, 13, H / stride, W / stride] for each stride. */
    List<Value> apply(Pass pass, Value picture) {
        Value x = picture;
        var features = new ArrayList<Value>();
        for (int i = 0; i < stages.size(); i++) {
            for (Convolution layer : stages.get(i)) {
                x = layer.apply(pass, x);
            }
            if (i >= 2) {
                features.add(x);
            }
        }
        var outputs = new Value[STRIDES.length];
        @Nullable Value above = null;
        for (int level = STRIDES.length - 1; level >= 0; level--) {
            Value lateral = laterals.get(level).apply(pass, features.get(level));
            Value sum = above == null ? lateral : pass.add(lateral, pass.twice(above));
            above = merged.get(level).apply(pass, sum);
            outputs[level] = heads.get(level).apply(pass, towers.get(level).apply(pass, above));
        }
        return List.of(outputs);
    }
}
