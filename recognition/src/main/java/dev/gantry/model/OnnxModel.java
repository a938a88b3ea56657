package dev.gantry.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * A model ready to run on the CPU: one input, one or more outputs, all of 32-bit floats. Safe for use by many threads;
 * closing waits for runs that have begun.
 */
public final class OnnxModel implements AutoCloseable {

    private final String source;
    private final String input;
    private final List<String> outputs;
    private final OrtSession session;
    private final InputBuffers buffers = new InputBuffers();
    /** Runs share the read lock, so that closing cannot free native memory below them. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxModel(String source, String input, List<String> outputs, OrtSession session) {
        this.source = source;
        this.input = input;
        this.outputs = outputs;
        this.session = session;
    }

    /**
     * Loads a model and checks that it has the input and the outputs that its card names.
     *
     * @param input name of the input in the model
     * @param inputShape the shape that it will be given; -1 where that varies
     * @param outputs names of the outputs in the model, in the order wanted
     * @param threads how many threads one run may use
     * @throws ModelException when the file is no ONNX model or lacks one of them
     */
    public static OnnxModel open(ModelFile file, String input, long[] inputShape, List<String> outputs, int threads) {
        OrtSession session = session(file, threads);
        try {
            ModelFit.checkInput(file, session.getInputInfo(), input, inputShape);
            ModelFit.checkOutputs(file, session.getOutputInfo(), outputs);
            return new OnnxModel(file.source(), input, List.copyOf(outputs), session);
        } catch (OrtException | RuntimeException e) {
            closeQuietly(session);
            throw e instanceof ModelException known ? known : unusable(file, e);
        }
    }

    /**
     * Runs the model once.
     *
     * @param shape the input's shape
     * @param fill writes the input's values, exactly as many as the shape holds
     * @return the outputs in the order in which they were asked for
     */
    public List<Tensor> run(long[] shape, Consumer<FloatBuffer> fill) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model " + source + " is closed");
            }
            FloatBuffer values =
                    buffers.take(Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact)));
            try {
                fill.accept(values);
                return run(shape, values.rewind());
            } finally {
                buffers.giveBack(values);
            }
        } finally {
            life.readLock().unlock();
        }
    }

    private List<Tensor> run(long[] shape, FloatBuffer values) {
        try (var tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
                var result = session.run(Map.of(input, tensor), new LinkedHashSet<>(outputs))) {
            var tensors = new ArrayList<Tensor>();
            for (String name : outputs) {
                tensors.add(tensor(name, result));
            }
            return tensors;
        } catch (OrtException e) {
            throw new ModelException(
                    ModelException.Code.FAILED,
                    "The model " + source + " failed on an input of shape " + Arrays.toString(shape) + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private Tensor tensor(String name, OrtSession.Result result) {
        if (result.get(name).orElse(null) instanceof OnnxTensor value) {
            FloatBuffer buffer = value.getFloatBuffer(); // a copy on the heap
            var floats = new float[buffer.remaining()];
            buffer.get(floats);
            return new Tensor(name, value.getInfo().getShape(), floats);
        }
        throw new ModelException(ModelException.Code.FAILED, "The model " + source + " gave no output " + name + ".");
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closeQuietly(session);
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private static OrtSession session(ModelFile file, int threads) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Waiting threads would burn whole cores: with two of them a busy machine went from 48 to 3 000 ms a
            // picture.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            return OrtEnvironment.getEnvironment().createSession(file.onnx(), options);
        } catch (OrtException e) {
            throw unusable(file, e);
        }
    }

    private static ModelException unusable(ModelFile file, Exception cause) {
        return new ModelException(
                ModelException.Code.BAD_MODEL,
                "The file " + file.source() + " cannot be used as an ONNX model: " + cause.getMessage(),
                cause);
    }

    private static void closeQuietly(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session of ONNX Runtime cannot be closed", e);
        }
    }
}
