package dev.gantry.server.api;

import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a request says that its plates are likely from: {@code regions=gb,ie} in the address or in the form.
 *
 * @param known codes that there are
 */
record RegionHint(Set<String> known) {

    /** Of the query parameter and of the form's field. */
    static final String NAME = "regions";

    private static final String MISTAKEN = "region";

    /**
     * The codes in the given values, each of which may hold several between commas.
     *
     * @throws RequestException when one of them is not known
     */
    List<String> codes(List<String> inAddress, List<String> inForm) {
        return Stream.concat(inAddress.stream(), inForm.stream())
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .peek(this::check)
                .toList();
    }

    /**
     * Refuses the name that is easily taken for this one, since a hint that is not heard does harm without a sign.
     *
     * @param parameter of a query, a form or JSON
     * @throws RequestException when it is that name
     */
    static void checkName(String parameter) {
        if (parameter.equals(MISTAKEN)) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST, "There is no parameter 'region'; use 'regions', such as regions=gb,ie.");
        }
    }

    private void check(String code) {
        if (!known.contains(code)) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST,
                    "There is no region '%s'; use codes such as gb, de, us or us-ca.".formatted(code));
        }
    }
}
