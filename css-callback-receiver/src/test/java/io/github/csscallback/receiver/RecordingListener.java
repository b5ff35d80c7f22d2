package io.github.csscallback.receiver;

import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Records its calls. */
public final class RecordingListener implements CallbackListener {

    public record Handled(DeliverySummary delivery, Timings timings) {}

    public record Failed(DeliverySummary delivery, Outcome outcome) {}

    public record StoreFailure(DeliverySummary delivery, Throwable failure) {}

    public final List<Handled> handled = new CopyOnWriteArrayList<>();
    public final List<Rejection> rejected = new CopyOnWriteArrayList<>();
    public final List<DeliverySummary> duplicates = new CopyOnWriteArrayList<>();
    public final List<Failed> failed = new CopyOnWriteArrayList<>();
    public final BlockingQueue<Throwable> serverFailures = new LinkedBlockingQueue<>();
    public final List<StoreFailure> storeFailures = new CopyOnWriteArrayList<>();

    public RecordingListener() {}

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

    @Override
    public void serverFailed(URI uri, @Nullable Throwable cause) {
        serverFailures.add(cause == null ? new AssertionError("no cause") : cause);
    }

    public List<Outcome.Kind> failures() {
        return failed.stream().map(one -> one.outcome().kind()).toList();
    }

    public List<Outcome.Kind> rejections() {
        return rejected.stream().map(one -> one.outcome().kind()).toList();
    }
}
