// Looks again after some seconds where a page says that its rows are being gathered.
const notice = document.querySelector("[data-again]");
if (notice) setTimeout(() => location.reload(), 1000 * Number(notice.dataset.again));
