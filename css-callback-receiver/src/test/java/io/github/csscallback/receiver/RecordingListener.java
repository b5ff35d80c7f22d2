package io.github.csscallback.receiver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is told. */
final class RecordingListener implements CallbackListener {

    record Accepted(DeliverySummary delivery, Timings timings) {}

    record Failed(DeliverySummary delivery, Outcome outcome) {}

    record NotRemembered(DeliverySummary delivery, Throwable failure) {}

    final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    final List<Refusal> refused = new CopyOnWriteArrayList<>();
    final List<DeliverySummary> repeated = new CopyOnWriteArrayList<>();
    final List<Failed> failed = new CopyOnWriteArrayList<>();
    final List<NotRemembered> notRemembered = new CopyOnWriteArrayList<>();

    @Override
    public void accepted(DeliverySummary delivery, Timings timings) {
        accepted.add(new Accepted(delivery, timings));
    }

    @Override
    public void refused(Refusal refusal) {
        refused.add(refusal);
    }

    @Override
    public void repeated(DeliverySummary delivery) {
        repeated.add(delivery);
    }

    @Override
    public void failed(DeliverySummary delivery, Outcome outcome) {
        failed.add(new Failed(delivery, outcome));
    }

    @Override
    public void notRemembered(DeliverySummary delivery, Throwable failure) {
        notRemembered.add(new NotRemembered(delivery, failure));
    }

    List<Outcome.Kind> failures() {
        return failed.stream().map(one -> one.outcome().kind()).toList();
    }

    List<Outcome.Kind> refusals() {
        return refused.stream().map(one -> one.outcome().kind()).toList();
    }
}
