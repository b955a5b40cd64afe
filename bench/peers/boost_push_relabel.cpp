// Boost's push-relabel. An undirected edge is one pair of arcs with capacity both ways, each the other's reverse.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "net.h"

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Graph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long long,
                    boost::property<boost::edge_residual_capacity_t, long long, boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

static double push_relabel(const railops_net *net, void *data, double *value) {
    auto &graph = *static_cast<Graph *>(data);
    const double start = cpu_seconds();
    *value = static_cast<double>(boost::push_relabel_max_flow(graph, net->source, net->sink));
    return cpu_seconds() - start;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    const railops_net net = read_net(argv[1]);
    Graph graph(net.node_count);
    for (int arc = 0; arc < net.arc_count; arc++) {
        const auto forward = boost::add_edge(net.tail[arc], net.head[arc], graph).first;
        const auto backward = boost::add_edge(net.head[arc], net.tail[arc], graph).first;
        boost::put(boost::edge_capacity, graph, forward, net.capacity[arc]);
        boost::put(boost::edge_capacity, graph, backward, net.is_directed ? 0 : net.capacity[arc]);
        boost::put(boost::edge_reverse, graph, forward, backward);
        boost::put(boost::edge_reverse, graph, backward, forward);
    }
    time_solver("Boost push-relabel", &net, &graph, push_relabel);
    return 0;
}
