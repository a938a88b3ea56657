package dev.gantry.training.nn;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Looks whether libtorch's fast kernels compute rightly. Those of oneDNN for AVX-512 that libtorch 2.10 has do not on every
 * processor: on an AMD EPYC (Zen 5) a convolution of channels that lie in planes was off by 40 % of its largest value, in
 * any precision, and the gradient of a projection to 13 channels by a factor of 1e33. A run learns nothing from that, and no
 * error comes. Convolutions with the channels last, of more than one channel, and projections to whole vectors of
 * channels were right there, so {@link Convolution.Shape#apply} computes with these alone, and this tries some of them.
 */
final class Kernels {

    /** oneDNN's own variable; it is read once, when the first convolution is computed. */
    private static final String LIMIT = "ONEDNN_MAX_CPU_ISA";

    private static final String SAFE = "AVX2";

    /** How libtorch calls what it has found the processor to be capable of. */
    private static final String WITH_BFLOAT16 = "AVX512";

    /** Of the largest value; bfloat16 has 8 bits, and what sums of hundreds of products are off by comes to 1 or 2 %. */
    private static final double TOLERANCE = 0.05;

    private static final long BATCH = 16;

    /** What bfloat16 takes of the time of float32 at most: where they are alike, a resumed run had better not change. */
    private static final double PAYS = 0.8;

    /** The first ones also pay for what is prepared once. */
    private static final int TIMINGS = 5;

    private static final long TIMED_BATCH = 4;

    /** One of each kind: a picture's, a strip's, plain ones, to whole vectors of channels or not, and projections. */
    private static final Convolution.Shape[] PROBES = {
        Convolution.Shape.square(3, 16, 3, 2),
        Convolution.Shape.square(1, 24, 3, 1),
        Convolution.Shape.square(24, 40, 3, 1),
        Convolution.Shape.square(64, 64, 3, 1),
        Convolution.Shape.square(144, 144, 3, 1),
        Convolution.Shape.square(64, 96, 3, 2),
        new Convolution.Shape(64, 32, 1, 5, 1, 0, 2),
        Convolution.Shape.square(64, 13, 1, 1),
        Convolution.Shape.square(160, 74, 1, 1)
    };

    private static final long PROBE_HEIGHT = 24;
    private static final long PROBE_WIDTH = 80;

    private Kernels() {}

    /** Whether bfloat16 pays: without AVX-512 it is only pretended, and a step takes many times as long. */
    static boolean haveBfloat16() {
        return !SAFE.equals(System.getenv(LIMIT))
                && torch.get_cpu_capability().getString().startsWith(WITH_BFLOAT16);
    }

    /**
     * Whether a step takes less time in bfloat16, which is measured: an Intel Xeon with AVX-512 but without AMX needs twice as
     * long for it.
     */
    static boolean bfloat16Pays() {
        return haveBfloat16() && shortest(true) < PAYS * shortest(false);
    }

    private static long shortest(boolean bfloat16) {
        Convolution.Shape shape = Convolution.Shape.square(144, 144, 3, 1);
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TIMINGS; i++) {
            try (var scope = new PointerScope()) {
                Tensor input = torch.randn(TIMED_BATCH, shape.in(), PROBE_HEIGHT, PROBE_WIDTH);
                Tensor weight = shape.initialWeight();
                long start = System.nanoTime();
                probe(shape, input, weight, true, bfloat16);
                shortest = Math.min(shortest, System.nanoTime() - start);
            }
        }
        return shortest;
    }

    /**
     * Compares with libtorch's own kernels, which are slow, in each precision that training uses.
     *
     * @throws IllegalArgumentException when they do not compute the same, with what to do about it
     */
    static void requireRight() {
        for (Convolution.Shape shape : PROBES) {
            Tensor input = torch.randn(BATCH, shape.in(), PROBE_HEIGHT, PROBE_WIDTH);
            Tensor weight = shape.initialWeight();
            Probe own = probe(shape, input, weight, false, false);
            boolean right = probe(shape, input, weight, true, false).isCloseTo(own)
                    && (!haveBfloat16()
                            || probe(shape, input, weight, true, true).isCloseTo(own));
            if (!right) {
                throw new IllegalArgumentException(
                        "libtorch's fast kernels compute wrongly on this processor. Set %s=%s.".formatted(LIMIT, SAFE));
            }
        }
    }

    private record Probe(Tensor result, Tensor inputGradient, Tensor weightGradient) {

        boolean isCloseTo(Probe other) {
            return distance(result, other.result) < TOLERANCE
                    && distance(inputGradient, other.inputGradient) < TOLERANCE
                    && distance(weightGradient, other.weightGradient) < TOLERANCE; // never so for what is no number
        }

        private static double distance(Tensor a, Tensor b) {
            return a.sub(b).abs().max().item_double() / b.abs().max().item_double();
        }
    }

    private static Probe probe(Convolution.Shape shape, Tensor input, Tensor weight, boolean fast, boolean bfloat16) {
        torch.globalContext().setUserEnabledMkldnn(fast);
        torch.set_autocast_enabled(DeviceType.CPU, bfloat16);
        Tensor x = input.detach().clone().set_requires_grad(true);
        Tensor w = weight.detach().clone().set_requires_grad(true);
        Tensor y;
        try {
            y = shape.apply(x, w);
        } finally {
            torch.set_autocast_enabled(DeviceType.CPU, false);
        }
        Tensor result = y.toType(ScalarType.Float);
        result.mul(result.detach()).sum().mul(new Scalar(0.5)).backward();
        torch.globalContext().setUserEnabledMkldnn(true);
        return new Probe(result.detach(), x.grad(), w.grad());
    }
}
