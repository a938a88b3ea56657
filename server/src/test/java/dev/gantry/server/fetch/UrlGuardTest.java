package dev.gantry.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.server.http.RequestException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlGuardTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "public.test", List.of("203.1.113.7", "2a00:1450::1"),
            "localhost", List.of("127.0.0.1", "::1"),
            "inside.test", List.of("192.168.1.20"),
            "rebound.test", List.of("203.1.113.7", "10.0.0.1"),
            "metadata.test", List.of("169.254.169.254"),
            "mixed.test", List.of("127.0.0.1", "192.168.1.20"),
            "nothing.test", List.of());

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        List<String> addresses = NAMES.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        return addresses.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static UrlGuard guard(String... allowed) {
        return new UrlGuard(Stream.of(allowed).map(Network::of).toList(), UrlGuardTest::resolve);
    }

    @Test
    void goesToPublicPlacesAndToTheVeryAddressesThatWereLookedUp() {
        var target = guard().check(" https://public.test:8443/car.jpg?size=large ");

        assertThat(target.url()).hasToString("https://public.test:8443/car.jpg?size=large");
        assertThat(target.addresses())
                .containsExactly(InetAddress.ofLiteral("203.1.113.7"), InetAddress.ofLiteral("2a00:1450::1"));
        assertThat(target.addressClass()).isEqualTo(AddressClass.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[0:0:0:0:0:ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[::127.0.0.1]/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://metadata.test/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[ff02::1]/",
                "http://inside.test/",
                "http://rebound.test/",
                "https://localhost:5000/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/"
            })
    void refusesWhatIsNotPublic(String url) {
        assertThatThrownBy(() -> guard().check(url))
                .isInstanceOf(RequestException.class)
                .hasMessageMatching("The picture's address leads to a [a-z-]+ network, where this server does not go.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "car.jpg",
                "/etc/passwd",
                "file:///etc/passwd",
                "ftp://public.test/",
                "gopher://public.test/",
                "jar:http://public.test/!/",
                "data:image/png;base64,AAAA",
                "http://",
                "http:///",
                "javascript:alert(1)",
                "http://public.test:0/",
                "http://public.test:65536/",
                "http://public.test:port/",
                "http://[::1",
                "http://1..2/",
                "//public.test"
            })
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> guard().check(url))
                .isInstanceOf(RequestException.class)
                .hasMessage("The picture's address must begin with http:// or https:// and name a host.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://unknown.test/",
                "http://nothing.test/",
                "http://1.2.3.4.5/",
                "http://1.2.3.256/",
                "http://999999999999/"
            })
    void refusesHostsThatNobodyKnows(String url) {
        assertThatThrownBy(() -> guard().check(url))
                .isInstanceOf(RequestException.class)
                .hasMessage("The host of the picture's address is not known.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://user@public.test/", "http://user:secret@public.test/", "http://:secret@public.test/"})
    void refusesCredentials(String url) {
        assertThatThrownBy(() -> guard().check(url))
                .isInstanceOf(RequestException.class)
                .hasMessage("The picture's address must not hold a user name or a password.");
    }

    @Test
    void goesWhereItIsAllowedToAndNowhereElse() {
        var guard = guard("192.168.1.0/24", "::1");

        assertThat(guard.check("http://inside.test/").addressClass()).isEqualTo(AddressClass.PRIVATE);
        assertThat(guard.check("http://[::1]/").addressClass()).isEqualTo(AddressClass.LOOPBACK);
        assertThat(guard.check("http://public.test/").addressClass()).isEqualTo(AddressClass.PUBLIC);
        assertThatThrownBy(() -> guard.check("http://192.168.2.1/")).isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> guard.check("http://localhost/")).isInstanceOf(RequestException.class);
    }

    @Test
    void doesNotGoToSeveralKindsOfNetworksAtOnce() {
        assertThatThrownBy(() -> guard("192.168.1.20", "127.0.0.1").check("http://mixed.test/"))
                .hasMessage("The picture's address leads to several kinds of networks at once.");
    }

    @Test
    void followsRedirectsWithinOneKindOnly() {
        var guard = guard("192.168.1.0/24", "127.0.0.0/8");
        var secure = guard.check("https://public.test/");
        var plain = guard.check("http://public.test/");
        var inside = guard.check("http://inside.test/");
        var here = guard.check("http://127.0.0.1/");

        assertThat(plain.mayLeadTo(secure)).isTrue();
        assertThat(plain.mayLeadTo(plain)).isTrue();
        assertThat(secure.mayLeadTo(secure)).isTrue();
        assertThat(secure.mayLeadTo(plain)).isFalse();
        assertThat(plain.mayLeadTo(inside)).isFalse();
        assertThat(plain.mayLeadTo(here)).isFalse();
        assertThat(inside.mayLeadTo(here)).isFalse();
        assertThat(inside.mayLeadTo(plain)).isFalse();
    }
}
