package dev.gantry.server.fetch;

import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Decides where the server may go for a stranger, who might mean to reach through it what he cannot reach himself. The
 * answer holds for the very addresses that were looked up: whoever uses it must go there without a second look-up, which
 * might be answered differently.
 */
final class UrlGuard {

    /** What the HTTP client would take for an address and not look up with us. */
    private static final Pattern NUMERIC = Pattern.compile("[\\d.]+|.*:.*");

    private final List<Network> allowed;
    private final Resolver resolver;

    /** @param allowed networks that may be gone to although they are not public */
    UrlGuard(List<Network> allowed, Resolver resolver) {
        this.allowed = List.copyOf(allowed);
        this.resolver = resolver;
    }

    /** Finds a name's addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * A place that may be gone to.
     *
     * @param addresses of its host, one or more, all of the same class
     */
    record Target(HttpUrl url, List<InetAddress> addresses, AddressClass addressClass) {

        /** Whether a redirect from here may be followed to there: not to a place of another kind, nor from TLS to none. */
        boolean mayLeadTo(Target there) {
            return addressClass == there.addressClass && (there.url.isHttps() || !url.isHttps());
        }
    }

    /**
     * @throws RequestException when the text is no address, or one that may not be gone to; the message tells why
     */
    Target check(String text) {
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            throw refused("The picture's address must begin with http:// or https:// and name a host.");
        }
        return check(url);
    }

    /**
     * @throws RequestException when it may not be gone to; the message tells why
     */
    Target check(HttpUrl url) {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw refused("The picture's address must not hold a user name or a password.");
        }
        List<InetAddress> addresses = addressesOf(url.host());
        List<AddressClass> classes =
                addresses.stream().map(AddressClass::of).distinct().toList();
        for (InetAddress address : addresses) {
            AddressClass kind = AddressClass.of(address);
            if (kind != AddressClass.PUBLIC && allowed.stream().noneMatch(network -> network.contains(address))) {
                throw refused("The picture's address leads to a %s network, where this server does not go."
                        .formatted(kind.word()));
            }
        }
        if (classes.size() > 1) {
            throw refused("The picture's address leads to several kinds of networks at once.");
        }
        return new Target(url, addresses, classes.getFirst());
    }

    private List<InetAddress> addressesOf(String host) {
        try {
            List<InetAddress> addresses = NUMERIC.matcher(host).matches()
                    ? List.of(InetAddress.ofLiteral(host))
                    : List.of(resolver.resolve(host));
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException | IllegalArgumentException _) { // told below
        }
        throw refused("The host of the picture's address is not known.");
    }

    private static RequestException refused(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
