#include <float.h>
#include <glpk.h>
#include <setjmp.h>
#include <stdlib.h>

/* GLPK ends the process when it finds a fault of its own, unless its hook jumps away. Swift cannot jump, so the one call that
   searches stands here. */

struct pratique_search {
  int limit;
  int nodes;
  int stopped;
  double bound;
  jmp_buf escape;
};

static inline int pratique_silence(void *info, const char *text) {
  (void)info;
  (void)text;
  return 1;
}

static inline void pratique_escape(void *info) { longjmp(((struct pratique_search *)info)->escape, 1); }

/* Stops the search after a number of nodes, never after a time: the same problem has the same answer on every machine. */
static inline void pratique_watch(glp_tree *tree, void *info) {
  struct pratique_search *search = (struct pratique_search *)info;
  glp_ios_tree_size(tree, NULL, NULL, &search->nodes);
  if (search->stopped || search->nodes <= search->limit) return;
  int best = glp_ios_best_node(tree);
  search->bound = best == 0 ? -DBL_MAX : glp_ios_node_bound(tree, best);
  search->stopped = 1;
  glp_ios_terminate(tree);
}

enum pratique_status { PRATIQUE_OPTIMAL, PRATIQUE_FEASIBLE, PRATIQUE_INFEASIBLE, PRATIQUE_OPEN };

struct pratique_answer {
  int status;
  int nodes;
  double bound;
};

/* Minimises the costs over zeros and ones. Rows, columns and entries count from 1, as in GLPK; place 0 of each list is unused. */
static inline struct pratique_answer pratique_minimise(
    int columns, const double *costs, int rows, const double *low, const double *high, int entries, const int *row,
    const int *column, const double *coefficient, int limit, int *values) {
  struct pratique_answer answer = {PRATIQUE_OPEN, 0, -DBL_MAX};
  struct pratique_search *search = (struct pratique_search *)calloc(1, sizeof *search);
  if (search == NULL) return answer;
  search->limit = limit;
  search->bound = -DBL_MAX;
  glp_term_hook(pratique_silence, NULL);
  glp_error_hook(pratique_escape, search);
  if (setjmp(search->escape) != 0) {
    /* Whatever the library had asked for goes with its environment. */
    glp_free_env();
    free(search);
    return answer;
  }
  glp_prob *problem = glp_create_prob();
  glp_set_obj_dir(problem, GLP_MIN);
  glp_add_cols(problem, columns);
  for (int j = 1; j <= columns; j++) {
    glp_set_col_kind(problem, j, GLP_BV);
    glp_set_obj_coef(problem, j, costs[j]);
  }
  if (rows > 0) glp_add_rows(problem, rows);
  for (int i = 1; i <= rows; i++) {
    int kind = low[i] == -DBL_MAX ? (high[i] == DBL_MAX ? GLP_FR : GLP_UP)
               : high[i] == DBL_MAX ? GLP_LO
               : low[i] == high[i]  ? GLP_FX
                                    : GLP_DB;
    glp_set_row_bnds(problem, i, kind, low[i], high[i]);
  }
  glp_load_matrix(problem, entries, row, column, coefficient);
  glp_iocp settings;
  glp_init_iocp(&settings);
  settings.msg_lev = GLP_MSG_OFF;
  settings.presolve = GLP_ON;
  settings.clq_cuts = GLP_ON;
  settings.tol_obj = 1e-9;
  settings.tol_int = 1e-7;
  settings.cb_func = pratique_watch;
  settings.cb_info = search;
  int code = glp_intopt(problem, &settings);
  int status = glp_mip_status(problem);
  if (code == GLP_ENOPFS || code == GLP_ENODFS || (code == 0 && status == GLP_NOFEAS)) {
    answer.status = PRATIQUE_INFEASIBLE;
  } else if (status == GLP_OPT || status == GLP_FEAS) {
    answer.status = status == GLP_OPT && !search->stopped ? PRATIQUE_OPTIMAL : PRATIQUE_FEASIBLE;
    for (int j = 1; j <= columns; j++) values[j] = glp_mip_col_val(problem, j) > 0.5;
  }
  answer.nodes = search->nodes;
  answer.bound = search->bound;
  glp_delete_prob(problem);
  glp_error_hook(NULL, NULL);
  free(search);
  return answer;
}
