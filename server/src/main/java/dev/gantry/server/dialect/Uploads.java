package dev.gantry.server.dialect;

import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import io.javalin.http.Context;
import java.util.function.Consumer;

/**
 * How a dialect receives pictures: nothing is read before the models are there, the body is let go in the end, and whatever
 * goes wrong becomes a {@link Refusal}.
 *
 * @param bodyLimit most bytes of a request's body
 */
public record Uploads(Intake intake, UploadMemory memory, long bodyLimit) {

    /**
     * @param answer answers a request from its body
     * @param refuse answers one that is refused
     */
    public void receive(Context ctx, Consumer<RequestBody> answer, Consumer<Refusal> refuse) {
        if (!intake.isReady()) {
            refuse.accept(Refusal.notReady());
            return;
        }
        try (var body = RequestBody.read(ctx.req(), bodyLimit, memory)) {
            answer.accept(body);
        } catch (RequestException e) {
            refuse.accept(Refusal.of(e));
        } catch (RuntimeException e) {
            refuse.accept(Refusal.failed(ctx.method() + " " + ctx.path() + " failed", e));
        }
    }
}
