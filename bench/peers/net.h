/* What all drivers share: reading a net, timing a solve, printing one line "name TAB seconds TAB bytes TAB value". C and C++. */
#ifndef RAILOPS_PEER_NET_H
#define RAILOPS_PEER_NET_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    int node_count, arc_count, source, sink, is_directed;
    int *tail, *head;
    long long *capacity;
} railops_net;

static railops_net read_net(const char *path) {
    railops_net net;
    FILE *file = fopen(path, "r");
    if (!file || fscanf(file, "%d %d %d %d %d", &net.node_count, &net.arc_count, &net.source, &net.sink, &net.is_directed) != 5) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    net.tail = (int *)malloc(sizeof(int) * (size_t)net.arc_count);
    net.head = (int *)malloc(sizeof(int) * (size_t)net.arc_count);
    net.capacity = (long long *)malloc(sizeof(long long) * (size_t)net.arc_count);
    for (int arc = 0; arc < net.arc_count; arc++) {
        if (fscanf(file, "%d %d %lld", &net.tail[arc], &net.head[arc], &net.capacity[arc]) != 3) {
            fprintf(stderr, "%s: arc %d cannot be read\n", path, arc);
            exit(2);
        }
    }
    fclose(file);
    return net;
}

static double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Resident bytes now, and the most there ever were: their difference over the first solve is what it needed. */
static long long resident_now(void) {
    long long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file) {
        if (fscanf(file, "%lld %lld", &size, &resident) != 2) resident = 0;
        fclose(file);
    }
    return resident * (long long)sysconf(_SC_PAGESIZE);
}

static long long resident_peak(void) {
    long long kilobytes = 0;
    char line[256];
    FILE *file = fopen("/proc/self/status", "r");
    if (!file) return 0;
    while (fgets(line, sizeof line, file) && sscanf(line, "VmHWM: %lld kB", &kilobytes) != 1) {}
    fclose(file);
    return kilobytes * 1024;
}

static int compare_seconds(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* One solve; returns its processor seconds and stores the value. What precedes the first clock reading is not timed. */
typedef double (*solve_once)(const railops_net *net, void *graph, double *value);

/* Median of 5, or a single run if that takes 5 s or more; short runs are repeated so that a sample takes 0.05 s at least. */
static void time_solver(const char *name, const railops_net *net, void *graph, solve_once solve) {
    double value = 0, samples[5];
    long long before = resident_now();
    double first = solve(net, graph, &value);
    static int is_later = 0; /* The peak is that of the whole process, so it tells something of the first solver only. */
    long long bytes = is_later++ ? 0 : resident_peak() - before;
    int count = first >= 5 ? 0 : 5, batch = first >= 0.05 ? 1 : (int)(0.05 / (first + 1e-6)) + 1;
    for (int sample = 0; sample < count; sample++) {
        samples[sample] = 0;
        for (int run = 0; run < batch; run++) samples[sample] += solve(net, graph, &value) / batch;
    }
    qsort(samples, (size_t)count, sizeof(double), compare_seconds);
    printf("%s\t%.6f\t%lld\t%.0f\n", name, count ? samples[count / 2] : first, bytes > 0 ? bytes : 0, value);
    fflush(stdout);
}

#endif
