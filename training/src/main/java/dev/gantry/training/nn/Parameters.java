package dev.gantry.training.nn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * All numbers of a net by name, in order of creation: weights, which the optimiser moves, and buffers (running means and
 * variances), which only the forward pass does.
 */
public final class Parameters {

    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();

    /** Registers a weight with its initial value; four-dimensional ones are laid out channels last, which trains faster. */
    Tensor weight(String name, Tensor initial) {
        var tensor = initial.detach();
        tensor = tensor.dim() == 4 ? tensor.contiguous(MemoryFormat.ChannelsLast) : tensor;
        tensor.set_requires_grad(true);
        putNew(weights, name, tensor);
        return tensor;
    }

    /** Registers a learned table that belongs to no layer. */
    public Tensor table(String name, Tensor initial) {
        return weight(name, initial);
    }

    Tensor buffer(String name, Tensor initial) {
        putNew(buffers, name, initial);
        return initial;
    }

    private static void putNew(Map<String, Tensor> map, String name, Tensor tensor) {
        if (map.putIfAbsent(name, tensor) != null) {
            throw new IllegalArgumentException("two parameters are named " + name);
        }
    }

    public List<Tensor> weights() {
        return List.copyOf(weights.values());
    }

    /** Weights, then buffers: two nets built alike have the same list. */
    public List<Tensor> all() {
        var all = new ArrayList<>(weights.values());
        all.addAll(buffers.values());
        return all;
    }

    /**
     * Takes on a mixture of two nets built alike.
     *
     * @param share how much of the second, 0 to 1
     */
    public void mix(Parameters first, Parameters second, double share) {
        List<Tensor> to = all();
        for (int i = 0; i < to.size(); i++) {
            to.get(i).data().copy_(first.all().get(i).data());
            to.get(i).data().lerp_(second.all().get(i).data(), new Scalar(share));
        }
    }

    /** Number of weights. */
    public long size() {
        return weights.values().stream().mapToLong(Tensor::numel).sum();
    }

    public void write(DataOutputStream out) throws IOException {
        write(out, all());
    }

    public void read(DataInputStream in) throws IOException {
        read(in, all());
    }

    static void write(DataOutputStream out, List<Tensor> tensors) throws IOException {
        out.writeInt(tensors.size());
        for (Tensor tensor : tensors) {
            float[] values = Tensors.floats(tensor);
            out.writeInt(values.length);
            for (float value : values) {
                out.writeFloat(value);
            }
        }
    }

    static void read(DataInputStream in, List<Tensor> tensors) throws IOException {
        int count = in.readInt();
        if (count != tensors.size()) {
            throw new IOException("the checkpoint has " + count + " tensors, the net " + tensors.size());
        }
        for (Tensor tensor : tensors) {
            var values = new float[in.readInt()];
            if (values.length != tensor.numel()) {
                throw new IOException("a tensor of the checkpoint has " + values.length + " numbers, the net's "
                        + Arrays.toString(Tensors.shape(tensor)));
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            tensor.data().copy_(Tensors.of(values, Tensors.shape(tensor)));
        }
    }
}
