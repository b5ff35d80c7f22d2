package io.github.csscallback.receiver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is told. */
final class RecordingListener implements CallbackListener {

    record Handled(DeliverySummary delivery, Timings timings) {}

    record Failed(DeliverySummary delivery, Outcome outcome) {}

    record StoreFailure(DeliverySummary delivery, Throwable failure) {}

    final List<Handled> handled = new CopyOnWriteArrayList<>();
    final List<Rejection> rejected = new CopyOnWriteArrayList<>();
    final List<DeliverySummary> duplicates = new CopyOnWriteArrayList<>();
    final List<Failed> failed = new CopyOnWriteArrayList<>();
    final List<StoreFailure> storeFailures = new CopyOnWriteArrayList<>();

    @Override
    public void handled(DeliverySummary delivery, Timings timings) {
        handled.add(new Handled(delivery, timings));
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected.add(rejection);
    }

    @Override
    public void duplicate(DeliverySummary delivery) {
        duplicates.add(delivery);
    }

    @Override
    public void failed(DeliverySummary delivery, Outcome outcome) {
        failed.add(new Failed(delivery, outcome));
    }

    @Override
    public void storeFailed(DeliverySummary delivery, Throwable failure) {
        storeFailures.add(new StoreFailure(delivery, failure));
    }

    List<Outcome.Kind> failures() {
        return failed.stream().map(one -> one.outcome().kind()).toList();
    }

    List<Outcome.Kind> rejections() {
        return rejected.stream().map(one -> one.outcome().kind()).toList();
    }
}
