package io.github.csscallback.testkit.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.testkit.fixture.ManagementClients;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The operator of a scenario: creates, binds, changes, replaces and deletes templates with our client, sets the receiver's
 * keys and keeps the expected account up to date.
 */
final class Operator implements AutoCloseable {

    private final CssSimulator css;
    private final CssCallbackClient client;
    private final ExpectedAccount account;
    private final SplittableRandom random;
    /** Whether the receiver also keeps the previous key. */
    private final boolean patient;

    private volatile List<CallbackKey> keys = List.of(TestAccount.KEY);
    private URI target;
    private long template;
    private int keyNumber;

    Operator(CssSimulator css, ExpectedAccount account, URI receiver, SplittableRandom random) {
        this.css = css;
        this.client = ManagementClients.of(css);
        this.account = account;
        this.target = receiver;
        this.random = random;
        this.patient = random.nextBoolean();
        tellWhatStandsInNoTemplate();
        this.template = make(TestAccount.KEY);
        bind();
    }

    /** The receiver's keys. */
    List<CallbackKey> keys() {
        return keys;
    }

    /** The address that was written last, in force or not. */
    URI target() {
        return target;
    }

    private Instant now() {
        return css.clock().instant();
    }

    /** The addresses change; an outage if our receiver is not at the new one. */
    void turn(URI address) {
        target = address;
        tellWhatStandsInNoTemplate();
        TemplateChange.Builder change = TemplateChange.builder();
        for (EventType kind : EventType.known()) {
            if (kind.templateField().isPresent() && !kind.equals(EventType.STREAM_MIX)) { // that cannot be changed
                change.notifyUrl(kind, address);
            }
        }
        client.modifyTemplate(template, change.build());
        account.modified(template, account.template(template).with(address), now());
    }

    private void tellWhatStandsInNoTemplate() {
        for (EventType kind : Scenario.KINDS) {
            if (kind.templateField().isEmpty()) {
                css.notifyUrl(kind, target);
            }
        }
    }

    /** Makes one random API call, which succeeds or is rejected as expected. */
    void change() {
        boolean isBound = account.boundTemplate().isPresent();
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                CallbackKey next = nextKey();
                client.modifyTemplate(
                        template, TemplateChange.builder().callbackKey(next).build());
                account.modified(template, account.template(template).with(next), now());
            }
            case 2 -> {
                if (isBound) {
                    client.unbind(TestAccount.DOMAIN, TestAccount.APP);
                    account.unbound(now());
                } else {
                    bind();
                }
            }
            case 3 -> replace();
            case 4 -> {
                if (isBound) {
                    client.bind(TestAccount.DOMAIN, TestAccount.APP, template); // bound so already
                } else {
                    rejected(ErrorKind.NOT_FOUND, () -> client.bind(TestAccount.DOMAIN, TestAccount.APP, template + 1));
                }
            }
            default -> {
                if (isBound) {
                    rejected(ErrorKind.IN_USE, () -> client.deleteTemplate(template));
                }
            }
        }
    }

    private static void rejected(ErrorKind why, Runnable call) {
        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(why));
    }

    private void replace() {
        long before = template;
        template = make(nextKey());
        client.rebind(TestAccount.DOMAIN, TestAccount.APP, template);
        account.bound(template, now());
        client.deleteTemplate(before);
        account.deleted(before);
    }

    private long make(CallbackKey key) {
        long made = client.createTemplate(
                        TestAccount.unsignedTemplate(target).callbackKey(key).build())
                .id();
        account.created(made, new ExpectedAccount.Version(target, target, key));
        return made;
    }

    private void bind() {
        client.bind(TestAccount.DOMAIN, TestAccount.APP, template);
        account.bound(template, now());
    }

    void bindIfUnbound() {
        if (account.boundTemplate().isEmpty()) {
            bind();
        }
    }

    private CallbackKey nextKey() {
        CallbackKey next = CallbackKey.of("key" + keyNumber++);
        keys = patient ? List.of(next, keys.get(0)) : List.of(next);
        return next;
    }

    /** The API shows the state that the client's responses imply. */
    void compareAccounts() {
        List<CallbackTemplate> templates = client.listTemplates();
        assertThat(templates).extracting(CallbackTemplate::id).hasSameElementsAs(account.templates());
        assertThat(templates).allSatisfy(shown -> {
            ExpectedAccount.Version written = account.template(shown.id());
            assertThat(Objects.requireNonNull(shown.callbackKey()).reveal())
                    .isEqualTo(written.key().reveal());
            assertThat(shown.notifyUrls())
                    .containsEntry(EventType.RECORD, written.address().toString());
        });
        assertThat(client.listRules())
                .extracting(CallbackRule::templateId)
                .containsExactly(account.boundTemplate().orElseThrow());
    }

    /** The delivery records of the API match the deliveries. */
    void compareRecords(String room) {
        List<String> listed = client.callbackRecords(CallbackRecordQuery.ofStream(room)
                        .between(TestAccount.NOON, now().plusSeconds(1))
                        .pageSize(50)
                        .build())
                .map(found -> found.resultCode() + " "
                        + Objects.requireNonNull(found.request()).reveal() + " "
                        + (found.response() == null ? "" : found.response().reveal()) + " "
                        + (found.responseTime() != null))
                .toList();
        List<String> made = css.attempts().stream()
                .filter(attempt -> attempt.event().streamName().equals(room))
                .map(attempt -> resultCode(attempt) + " " + attempt.requestBodyText() + " "
                        + (attempt.failure() == null ? attempt.responseBody() + " true" : " false"))
                .toList();
        assertThat(listed).as("records of %s", room).isEqualTo(made);
    }

    private static long resultCode(DeliveryAttempt attempt) {
        int status = attempt.failure() == null ? Objects.requireNonNull(attempt.status()) : 1;
        return status == 200 ? 0 : status;
    }

    @Override
    public void close() {
        client.close();
    }
}
