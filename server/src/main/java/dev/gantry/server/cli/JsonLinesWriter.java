package dev.gantry.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.server.json.Json;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** One JSON object a line, each written as soon as it is known. */
final class JsonLinesWriter implements OutcomeWriter {

    private final PrintWriter out;
    private final ObjectMapper mapper = Json.mapper();

    JsonLinesWriter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(Outcome outcome) {
        out.print(
                switch (outcome) {
                    case Outcome.Recognized recognized -> json(recognized.recognition());
                    case Outcome.Failed failed -> json(failed.error());
                });
        out.print('\n');
        out.flush();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // records of texts and numbers: cannot happen
        }
    }
}
