package dev.gantry.training.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Which kernels of oneDNN libtorch computes convolutions with. Its AVX-512 ones are twice as fast in bfloat16, but with
 * libtorch 2.10 plainly wrong on some processors: on an AMD EPYC (Zen 5), whichever precision, a convolution from 24 to 40
 * channels was off by 40 % of the largest value, and the gradient of a projection to 13 channels by a factor of 1e33. A run
 * learns nothing from that, and says nothing either. So the launcher asks for AVX2, and this looks whether what there is
 * computes rightly.
 */
final class Kernels {

    /** oneDNN's own variable; it is read once, when the first convolution is computed. */
    private static final String LIMIT = "ONEDNN_MAX_CPU_ISA";

    private static final String SAFE = "AVX2";

    /** Of the largest value; bfloat16 has 8 bits, and sums of hundreds of products come to 1 or 2 %. */
    private static final double TOLERANCE = 0.05;

    private static final long BATCH = 4;

    /** Those that were seen to fail, one for each kind: plain, with few channels, and a projection. */
    private static final Convolution.Shape[] PROBES = {
        Convolution.Shape.square(24, 40, 3, 1),
        Convolution.Shape.square(1, 24, 3, 1),
        Convolution.Shape.square(64, 13, 1, 1),
        Convolution.Shape.square(160, 74, 1, 1)
    };

    private static final long PROBE_HEIGHT = 24;
    private static final long PROBE_WIDTH = 80;

    private Kernels() {}

    /** Whether bfloat16 pays: AVX2 can only pretend it. */
    static boolean haveBfloat16() {
        return !SAFE.equals(System.getenv(LIMIT));
    }

    /**
     * Compares with libtorch's own kernels, which are slow.
     *
     * @param bfloat16 in which precision
     * @throws IllegalStateException when they do not compute the same, with what to do about it
     */
    static void requireRight(boolean bfloat16) {
        for (Convolution.Shape shape : PROBES) {
            Tensor input = torch.randn(BATCH, shape.in(), PROBE_HEIGHT, PROBE_WIDTH);
            Tensor weight = shape.initialWeight();
            Probe own = probe(shape, input, weight, false, false);
            Probe fast = probe(shape, input, weight, true, bfloat16);
            if (!(distance(fast.result(), own.result()) < TOLERANCE
                    && distance(fast.inputGradient(), own.inputGradient()) < TOLERANCE
                    && distance(fast.weightGradient(), own.weightGradient()) < TOLERANCE)) {
                throw new IllegalStateException(
                        "libtorch's fast kernels compute wrongly on this processor. Set %s=%s.".formatted(LIMIT, SAFE));
            }
        }
    }

    private record Probe(Tensor result, Tensor inputGradient, Tensor weightGradient) {}

    private static Probe probe(Convolution.Shape shape, Tensor input, Tensor weight, boolean fast, boolean bfloat16) {
        torch.globalContext().setUserEnabledMkldnn(fast);
        torch.set_autocast_enabled(DeviceType.CPU, bfloat16);
        Tensor x = input.detach().clone().set_requires_grad(true);
        Tensor w = weight.detach().clone().set_requires_grad(true);
        Tensor y;
        try {
            y = shape.apply(x, w, new TensorOptional());
        } finally {
            torch.set_autocast_enabled(DeviceType.CPU, false);
        }
        Tensor result = y.toType(ScalarType.Float);
        result.mul(result.detach()).sum().mul(new Scalar(0.5)).backward();
        torch.globalContext().setUserEnabledMkldnn(true);
        return new Probe(result.detach(), x.grad(), w.grad());
    }

    private static double distance(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item_double() / b.abs().max().item_double();
    }
}
