# A folder with cox.csv and many.csv, and a number of runs -> [ms of coxph, ms of survfit], medians of processor time.
library(survival)
args <- commandArgs(TRUE)
runs <- as.integer(args[2])
cox <- read.csv(file.path(args[1], "cox.csv"))
many <- read.csv(file.path(args[1], "many.csv"))
ms <- function(work) { work(); median(sapply(seq_len(runs), function(i) sum(system.time(work())[c("user.self", "sys.self")]) * 1000)) }
a <- ms(function() coxph(Surv(time, event) ~ a + b + c, cox, ties = "efron"))
b <- ms(function() survfit(Surv(time, event) ~ 1, many))
cat(sprintf("[%.1f,%.1f]\n", a, b))
