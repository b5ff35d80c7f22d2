package io.github.csscallback.cli.simulate;

/** The part of {@code simulate --help} about the control address. */
final class ControlHelp {

    static final String[] TEXT = {
        "",
        "The control address takes JSON with Content-Type: application/json and responds with the result, or with a"
                + " reason and, for 400, the field. Members with ? may be missing.",
        "",
        "  POST /bindings         {domain, app, key?, url?, notify_urls?}",
        "       makes a template and binds it, in force at once: every event type to url, or",
        "       some as the API names them, {\"RecordNotifyUrl\": \"http://...\"}",
        "  POST /notify-urls      {event, url}",
        "       the address of an event type without a template field: RelayEvent, 399",
        "  POST /streams          {domain, app, stream, with?, without?}",
        "       a push begins; with {\"name\": value} changes members of the packet,",
        "       without [\"name\"] removes some",
        "  GET /streams",
        "       which are live",
        "  DELETE /streams/{stream} {domain?, app?, with?, without?}",
        "       the push ends",
        "  POST /events           {event, stream, domain?, app?, with?, without?}",
        "       anything else happens: \"RecordEvent\" or a number; domain and app are",
        "       those of the live stream if missing",
        "  POST /clock/advance    {seconds}",
        "       simulated time moves on: rules come into force, retries fall due",
        "  POST /settle           {seconds?}",
        "       time goes on until no delivery is pending; waits so many real seconds",
        "       at most, else 10",
        "  POST /faults           {faults, event?}",
        "       what goes wrong with the next delivery, or the next of an event type:",
        "       [\"cut-after-response\"], [{\"fault\": \"wrong-key\", \"attempts\": 3}] or",
        "       \"every\", [{\"fault\": \"held-back\", \"seconds\": 1200}]; there are",
        "       duplicate reordered held-back signature-kept signature-renewed",
        "       wrong-key old-key mangled-body cut-in-request cut-before-response",
        "       cut-after-response slow-sending",
        "  GET /deliveries, GET /deliveries/{number}",
        "       every event with every attempt: packet, status, response, time",
        "  POST /reset",
        "       forgets everything but the addresses and credentials",
        "  GET /",
        "       the time, and this list",
        "",
        "Templates are made over the API with any client, or with this program:",
        "",
        "  export CSS_CALLBACK_ENDPOINT=http://127.0.0.1:PORT       # api",
        "  export TENCENTCLOUD_SECRET_ID=... TENCENTCLOUD_SECRET_KEY=...",
        "  css-callback template create --name t --callback-key-env CSS_CALLBACK_KEY \\",
        "      --stream-begin-notify-url http://127.0.0.1:8080/css",
        "  css-callback rule bind 100001 push.example.com live",
        "",
        "and then, with $control for the control address:",
        "",
        "  curl --json '{\"seconds\": 600}' $control/clock/advance",
        "  curl --json '{\"domain\": \"push.example.com\", \"app\": \"live\",",
        "      \"stream\": \"room-1\"}' $control/streams"
    };

    private ControlHelp() {}
}
