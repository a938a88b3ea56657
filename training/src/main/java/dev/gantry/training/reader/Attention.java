package dev.gantry.training.reader;

import dev.gantry.training.nn.Linear;
import dev.gantry.training.nn.Parameters;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Multi-head scaled dot-product attention (Vaswani et al., 2017). */
final class Attention {

    private final int heads;
    private final int size;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear out;

    Attention(Parameters parameters, String name, int features, int heads) {
        this.heads = heads;
        this.size = features / heads;
        query = new Linear(parameters, name + ".query", features, features);
        key = new Linear(parameters, name + ".key", features, features);
        value = new Linear(parameters, name + ".value", features, features);
        out = new Linear(parameters, name + ".out", features, features);
    }

    /** A learned table that takes no input: [1, rows, features]. */
    static Tensor learned(Parameters parameters, String name, int rows, int features, double deviation) {
        return parameters.table(name, torch.randn(1, rows, features).mul(new Scalar(deviation)));
    }

    /** @param asking [B or 1, Q, F] @param seen [B, K, F] @return [B, Q, F] */
    Value apply(Pass pass, Value asking, Value seen) {
        Value q = split(pass, query.apply(pass, asking), 0, 2, 1, 3);
        Value k = split(pass, key.apply(pass, seen), 0, 2, 3, 1);
        Value v = split(pass, value.apply(pass, seen), 0, 2, 1, 3);
        Value scale = pass.constant(torch.full(new long[] {1}, new Scalar(1 / Math.sqrt(size))));
        Value weights = pass.softmax(pass.multiply(pass.matmul(q, k), scale));
        Value joined = pass.permute(pass.matmul(weights, v), 0, 2, 1, 3);
        long length = asking.tensor().size(1);
        return out.apply(pass, pass.reshape(joined, -1, length, (long) heads * size));
    }

    private Value split(Pass pass, Value x, long... order) {
        return pass.permute(pass.reshape(x, -1, x.tensor().size(1), heads, size), order);
    }
}
