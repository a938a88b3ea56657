package dev.gantry.training.nn;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Keeps one net's numbers as the exponential moving average of another's: the one that is evaluated and exported. */
public final class Average {

    /** Early on the average follows faster: (1 + n) / (WARM_UP + n). */
    private static final double WARM_UP = 20;

    private final List<Tensor> from;
    private final List<Tensor> to;
    private final double decay;

    public Average(Parameters from, Parameters to, double decay) {
        this.from = from.all();
        this.to = to.all();
        this.decay = decay;
        restart();
    }

    /** Forgets the past: the average is what the other net is now. */
    void restart() {
        for (int i = 0; i < to.size(); i++) {
            to.get(i).data().copy_(from.get(i).data());
        }
    }

    public void update(long step) {
        double keep = Math.min(decay, (1 + step) / (WARM_UP + step));
        for (int i = 0; i < to.size(); i++) {
            to.get(i).data().lerp_(from.get(i).data(), new Scalar(1 - keep));
        }
    }
}
